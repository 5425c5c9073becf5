const key = 'alexa-profile:package-manager'
const managers = ['npm', 'pnpm', 'yarn']

/** Shows the tab of the reader's package manager in every group of tabs. */
export function showPackageManager(): void {
  const manager = localStorage.getItem(key) ?? 'npm'
  for (const group of document.querySelectorAll('.vp-code-group')) {
    const labels = [...group.querySelectorAll<HTMLLabelElement>('.tabs label')]
    const shown = labels.findIndex(({ dataset }) => dataset.title === manager)
    const input = labels[shown]?.control
    if (!(input instanceof HTMLInputElement)) continue
    input.checked = true // a click() would make VitePress scroll to the group
    for (const [at, block] of [...(group.querySelector('.blocks')?.children ?? [])].entries()) {
      block.classList.toggle('active', at === shown)
    }
  }
}

/** Remembers the tab that the reader chooses, and shows it in the other groups. */
export function rememberPackageManager(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.closest('.vp-code-group') === null) return
    const title = target.labels?.[0]?.dataset.title
    if (title === undefined || !managers.includes(title)) return
    localStorage.setItem(key, title)
    showPackageManager()
  })
}
