import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Below this many rows the browser draws them all sooner than we could choose. */
const enough = 120;

/** Which rows are near the screen, and the height of those left out before and after. */
export function useVirtualRows(count: number, rowHeight: number, body: RefObject<HTMLElement | null>) {
  const isLong = count > enough;
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    // Where the list begins can only be measured once it is drawn.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (isLong && body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  }, [isLong, body]);
  const virtualizer = useWindowVirtualizer({ count, estimateSize: () => rowHeight, overscan: 12, scrollMargin: top, enabled: isLong });
  if (!isLong) return { indexes: Array.from({ length: count }, (_, index) => index), before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  return {
    indexes: items.map((item) => item.index),
    before: first ? first.start - top : 0,
    after: last ? virtualizer.getTotalSize() - (last.end - top) : 0,
  };
}
