import { Link, type LinkProps } from '@tanstack/react-router';
import { useId, type ButtonHTMLAttributes, type ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import { Hint } from './hint';
import styles from './button.module.css';

export type ButtonLook = 'strong' | 'normal' | 'quiet' | 'danger' | 'link';

interface Looks {
  /** One strong button a page. */
  look?: ButtonLook;
  size?: 'normal' | 'small';
  icon?: IconName;
  children: ReactNode;
}

interface Props extends Looks, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'disabled'> {
  /** Why it cannot work now, and what would help. The button stays focusable and tells it. */
  cannot?: string | null | false;
  /** Work in progress: keeps its width, ignores clicks. */
  busy?: boolean;
}

export function Button({
  look = 'normal',
  size = 'normal',
  icon,
  cannot,
  busy,
  children,
  onClick,
  className,
  type = 'button',
  ...rest
}: Props) {
  const reason = useId();
  const button = (
    <button
      {...rest}
      type={type}
      className={classOf(look, size, className)}
      aria-disabled={cannot || busy ? true : undefined}
      aria-describedby={cannot ? reason : rest['aria-describedby']}
      data-busy={busy || undefined}
      onClick={(event) => {
        if (cannot || busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
  if (!cannot) return button;
  return (
    <>
      <Hint text={cannot}>{button}</Hint>
      <span id={reason} hidden>
        {cannot}
      </span>
    </>
  );
}

/** A link that looks like a button: it goes somewhere, so it can be opened in a new tab. */
export function ButtonLink({
  look = 'normal',
  size = 'normal',
  icon,
  children,
  className,
  ...link
}: Looks & LinkProps & { className?: string }) {
  return (
    <Link {...(link as LinkProps)} className={classOf(look, size, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A square button with a picture only; `label` is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  look = 'quiet',
  size = 'normal',
  ...rest
}: { icon: IconName; label: string; look?: ButtonLook; size?: 'normal' | 'small' } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <Hint text={label}>
      <button
        {...rest}
        type={rest.type ?? 'button'}
        aria-label={label}
        className={`${classOf(look, size, rest.className)} ${styles.square}`}
      >
        <Icon name={icon} />
      </button>
    </Hint>
  );
}

function classOf(look: ButtonLook, size: string, more = ''): string {
  return `${styles.button} ${styles[look]} ${size === 'small' ? styles.small : ''} ${more}`;
}
