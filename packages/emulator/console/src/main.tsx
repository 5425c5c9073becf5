import { render } from 'preact'
import { connect, useConsole } from './console-store.js'
import './styles.css'

function Page() {
  const { turns } = useConsole()
  return (
    <main>
      <h1>Alexa console</h1>
      <ol>
        {turns.turns.map(({ id, request, answer }) => (
          <li key={id}>
            {request.intent ?? request.type}: {answer?.speech}
          </li>
        ))}
      </ol>
    </main>
  )
}

connect()
const page = document.getElementById('page')
if (page) render(<Page />, page)
