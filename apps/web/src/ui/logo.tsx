/** The board: three studies placed, one still open. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden>
      <rect x="1" y="1" width="8" height="8" rx="2" fill="var(--primary)" />
      <rect x="11" y="1" width="8" height="8" rx="2" fill="var(--ready-fill)" />
      <rect x="1" y="11" width="8" height="8" rx="2" fill="var(--primary)" />
      <rect x="11.800" y="11.800" width="6.400" height="6.400" rx="1.400" fill="none" stroke="var(--primary)" strokeWidth="1.600" />
    </svg>
  );
}
