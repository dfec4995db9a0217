/** The bytes of a file the user picked, as base64; null when it cannot be read. */
export const readBase64 = (file: File): Promise<string | null> =>
  new Promise((done) => {
    const reader = new FileReader()
    reader.onerror = () => done(null)
    reader.onload = () => {
      const text = typeof reader.result === 'string' ? reader.result : ''
      done(text.slice(text.indexOf(',') + 1))
    }
    reader.readAsDataURL(file)
  })
