import type { MailView } from '../../../src/protocol/console-event.js'

/** Emails that the skill has sent, newest first. Their content is untrusted and shown as text. */
export function Mails({ mails, mailbox }: { mails: readonly MailView[]; mailbox: string | undefined }) {
  return (
    <section class="part">
      <h3>Mailbox</h3>
      {mailbox === undefined ? (
        <p class="quiet">The console was started without a mailbox.</p>
      ) : (
        <p class="quiet">
          Every email to <code>{mailbox}</code> arrives here and nowhere else.
        </p>
      )}
      {mailbox !== undefined && mails.length === 0 && <p>No emails yet.</p>}
      <ol class="mails">
        {mails.toReversed().map((mail, index) => (
          <Mail key={mail.id} mail={mail} open={index === 0} />
        ))}
      </ol>
    </section>
  )
}

function Mail({ mail, open }: { mail: MailView; open: boolean }) {
  const { receivedAt, subject, from, deliveredTo, text, html, attachments } = mail
  return (
    <li>
      <details open={open}>
        <summary>
          <strong>{subject || 'No subject'}</strong>
          <time class="quiet">{new Date(receivedAt).toLocaleTimeString()}</time>
        </summary>
        <dl class="facts">
          <dt>To</dt>
          <dd>{deliveredTo.join(', ')}</dd>
          {from && (
            <>
              <dt>From</dt>
              <dd>{from}</dd>
            </>
          )}
          {attachments.length > 0 && (
            <>
              <dt>Attached</dt>
              <dd>
                {attachments
                  .map(({ fileName, mimeType, bytes }) => `${fileName ?? mimeType} (${bytes} bytes)`)
                  .join(', ')}
              </dd>
            </>
          )}
        </dl>
        <pre>{text ?? html ?? 'It is empty.'}</pre>
      </details>
    </li>
  )
}
