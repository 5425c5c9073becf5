/** Opens a page in the browser. A missing browser is not an error, because the terminal also shows the URL. */
export async function openPage(url: string): Promise<void> {
  try {
    const { default: open } = await import('open')
    const browser = await open(url)
    browser.on('error', () => {})
  } catch {
    // no browser, no display
  }
}
