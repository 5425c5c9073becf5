import { watchedPage } from '@alexa-profile/console-tests/watched-page'

/** Opens a page of the site and waits until its script handles keys and clicks. Vue marks the element that it has mounted. */
export async function interactivePage(address: string): ReturnType<typeof watchedPage> {
  const page = await watchedPage(address)
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
  return page
}
