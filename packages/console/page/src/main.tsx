import { render } from 'preact'
import { Page } from './page.js'
import { connect } from './stream/console-store.js'
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
