/**
 * Numbers that follow one another: «临人常任〔2026〕9号» and 3 give 9号, 10号, 11号. The last run of digits counts;
 * leading zeros keep their width. Text without digits, and an empty one, is given to each as it is.
 */
export const numbersFrom = (first: string, count: number): string[] => {
  const parts = /^(.*?)(\d+)(\D*)$/su.exec(first)
  return Array.from({ length: count }, (_, step) => {
    if (!parts) return first
    const [, before = '', digits = '', after = ''] = parts
    return `${before}${String(BigInt(digits) + BigInt(step)).padStart(digits.length, '0')}${after}`
  })
}
