/**
 * The start page as a host hands it out: the nonce for style elements where the page looks for it
 * (`meta[property=csp-nonce]`), and the host's own scripts before all others.
 * @param html the built index.html, which must have a head
 */
export const preparePage = (html: string, nonce: string, scripts: readonly string[]): string => {
  const tags = [
    `<meta property="csp-nonce" nonce="${nonce}">`,
    ...scripts.map((path) => `<script src="${path}"></script>`),
  ].join('')
  if (!/<head[^>]*>/i.test(html)) throw new Error('index.html has no head')
  return html.replace(/<head[^>]*>/i, (head) => head + tags)
}
