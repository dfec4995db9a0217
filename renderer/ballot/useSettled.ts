import { useEffect, useState } from 'react'

/**
 * Milliseconds for which what was just laid before the reader cannot have been read. A second press that slips after the
 * first comes within a quarter of a second; reading the shortest result takes longer than this.
 */
const SETTLING = 600

/** False until a component has stood on the page for a moment; a key that comes before is refused, not kept for later. */
export const useSettled = (): boolean => {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLING)
    return () => clearTimeout(timer)
  }, [])
  return settled
}
