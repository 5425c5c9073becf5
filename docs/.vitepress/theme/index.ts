import { inBrowser, onContentUpdated, type Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import { rememberPackageManager, showPackageManager } from './remember-package-manager.js'
import './style.css'

const theme: Theme = {
  extends: DefaultTheme,
  setup() {
    if (inBrowser) rememberPackageManager()
    onContentUpdated(showPackageManager)
  },
}

export default theme
