/** Shows a page in the browser. That there is none is no failure: the URL is on the terminal, too. */
export async function openPage(url: string): Promise<void> {
  try {
    const { default: open } = await import('open')
    const browser = await open(url)
    browser.on('error', () => {})
  } catch {
    // no browser, no display
  }
}
