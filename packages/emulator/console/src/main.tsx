import { render } from 'preact'
import { connect } from './console-store.js'
import { Page } from './page.js'
import './styles/base.css'
import './styles/controls.css'
import './styles/layout.css'
import './styles/conversation.css'
import './styles/timeline.css'
import './styles/alexa-app.css'
import './styles/backstage.css'

const root = document.getElementById('page')
if (root) render(<Page />, root)
connect()
