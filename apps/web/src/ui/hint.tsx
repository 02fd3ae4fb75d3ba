import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';

/** A few words on hover and focus. Never the only place of anything needed: phones have no hover. */
export function Hint({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Tooltip
      label={text}
      events={{ hover: true, focus: true, touch: false }}
      openDelay={250}
      transitionProps={{ duration: 120 }}
      withinPortal={false}
      floatingStrategy="fixed"
      multiline
    >
      {children}
    </Tooltip>
  );
}
