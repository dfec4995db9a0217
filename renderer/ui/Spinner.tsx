/** Turns while something is under way; with a label it is said, without one it only decorates words. */
export const Spinner = ({ size = 20, label }: { size?: number; label?: string }) => (
  <svg
    className="kit-spinner"
    width={size}
    height={size}
    viewBox="0 0 20 20"
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : true}
  >
    <circle cx="10" cy="10" r="8" />
  </svg>
)
