import { Menu as MantineMenu, Popover as MantinePopover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icon';

interface PopoverProps {
  open: boolean;
  onChange: (open: boolean) => void;
  /** The button or cell it belongs to; it must take a ref. */
  target: ReactElement;
  children: ReactNode;
  /** Its name for screen readers. */
  label: string;
  width?: number | 'max-content';
  position?: 'bottom-start' | 'bottom-end' | 'bottom' | 'right-start' | 'right' | 'top-start';
  /** Out of its place to the end of the page: only where an ancestor clips (contain, transform). Not inside a dialog. */
  portal?: boolean;
}

/** A card beside what it explains. Esc and a click outside close it, and focus goes back. */
export function Popover({
  open,
  onChange,
  target,
  children,
  label,
  width = 'max-content',
  position = 'bottom-start',
  portal = false,
}: PopoverProps) {
  return (
    <MantinePopover
      opened={open}
      onChange={onChange}
      width={width}
      position={position}
      offset={6}
      trapFocus
      returnFocus
      withinPortal={portal}
      floatingStrategy="fixed"
      hideDetached={false}
      transitionProps={{ duration: 120, transition: 'fade' }}
      withRoles
    >
      <MantinePopover.Target>{target}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label}>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  );
}

export interface MenuEntry {
  label: ReactNode;
  icon?: IconName;
  onClick?: () => void;
  /** An address to open instead: a download, or another page. */
  href?: string;
  download?: boolean;
  danger?: boolean;
  /** The present choice of a group. */
  chosen?: boolean;
  disabled?: boolean;
}

export type MenuPart = MenuEntry | { heading: string } | 'line';

interface MenuProps {
  target: ReactElement;
  entries: readonly MenuPart[];
  position?: 'bottom-start' | 'bottom-end' | 'top-start' | 'right-end';
  width?: number;
}

/** A list of actions. Arrow keys move, Enter chooses, a letter jumps. */
export function Menu({ target, entries, position = 'bottom-end', width }: MenuProps) {
  return (
    // In place, not in a portal: what floats then stays inside the page's landmarks.
    <MantineMenu
      position={position}
      offset={6}
      width={width}
      transitionProps={{ duration: 120, transition: 'fade' }}
      withinPortal={false}
      floatingStrategy="fixed"
      hideDetached={false}
      withInitialFocusPlaceholder={false}
    >
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown>{entries.map(drawn)}</MantineMenu.Dropdown>
    </MantineMenu>
  );
}

function drawn(part: MenuPart, index: number) {
  if (part === 'line') return <MantineMenu.Divider key={index} />;
  if ('heading' in part) return <MantineMenu.Label key={index}>{part.heading}</MantineMenu.Label>;
  const look = {
    leftSection: part.icon ? <Icon name={part.icon} /> : undefined,
    style: part.danger ? { color: 'var(--not)' } : undefined,
    disabled: part.disabled,
  };
  if (part.chosen !== undefined) {
    return (
      <MantineMenu.RadioItem
        key={index}
        value={String(index)}
        checked={part.chosen}
        onChange={part.onClick}
        checkIcon={<Icon name="check" />}
        closeMenuOnClick
      >
        {part.label}
      </MantineMenu.RadioItem>
    );
  }
  if (!part.href) {
    return (
      <MantineMenu.Item key={index} {...look} onClick={part.onClick}>
        {part.label}
      </MantineMenu.Item>
    );
  }
  return (
    <MantineMenu.Item key={index} {...look} component="a" href={part.href} download={part.download}>
      {part.label}
    </MantineMenu.Item>
  );
}
