import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMailList } from '../src/mailbox/mail-list.js'
import { createMailReader } from '../src/mailbox/mail-reader.js'
import { type Mailbox, startMailbox } from '../src/mailbox.js'

async function started(): Promise<Mailbox> {
  const mailbox = await startMailbox()
  onTestFinished(() => mailbox.close())
  return mailbox
}

async function send({ url }: Mailbox, mail: SendMailOptions) {
  return createTransport(url).sendMail({ from: 'Table Talk <tables@example.com>', to: 'ann@example.com', ...mail })
}

const sendRaw = (mailbox: Mailbox, raw: string | Buffer) =>
  send(mailbox, { raw, envelope: { from: 'a@example.com', to: 'ann@example.com' } })

/** An SMTP client that sends commands line by line. */
async function dial({ url }: Mailbox) {
  const { port, hostname } = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {})
  let heard = ''
  socket.on('data', (data) => {
    heard += data
  })
  await once(socket, 'data')
  return {
    socket,
    heard: () => heard,
    async says(text: string) {
      socket.write(text)
      await Promise.race([once(socket, 'data'), once(socket, 'close')])
    },
  }
}

describe('an email', () => {
  it('has its recipients, decoded content and a list of attachments', async () => {
    const mailbox = await started()
    const subject = 'Ihr Tisch für Jürgen und 山田さん, '.repeat(5).trim()
    await send(mailbox, {
      to: ['ann@example.com', 'Ben <ben@example.org>'],
      bcc: 'host@example.com',
      subject,
      text: 'Grüße, “Ann”\n.\n.. dots',
      html: '<p onclick="steal()">Grüße</p><script>steal()</script>',
      attachments: [{ filename: 'Menü für 4.pdf', content: 'Suppe, Braten', contentType: 'application/pdf' }],
    })
    const [mail] = mailbox.mails
    expect(mail).toMatchObject({
      id: 1,
      receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      from: 'Table Talk <tables@example.com>',
      deliveredTo: ['ann@example.com', 'ben@example.org', 'host@example.com'],
      subject,
      text: expect.stringMatching(/^Grüße, “Ann”\r?\n\.\r?\n\.\. dots/),
      html: expect.stringContaining('<script>steal()</script>'),
      attachments: [{ fileName: 'Menü für 4.pdf', mimeType: 'application/pdf', bytes: 13 }],
      source: expect.stringContaining('Content-Disposition: attachment'),
    })
    expect(JSON.parse(JSON.stringify(mail))).toEqual(mail)
  })

  it('has no text if it is only HTML, and no subject or sender if they are missing', async () => {
    const mailbox = await started()
    await send(mailbox, { html: '<b>Hello</b>' })
    await sendRaw(mailbox, '\r\nHello')
    expect(mailbox.mails).toMatchObject([{ text: undefined, html: expect.stringContaining('<b>Hello</b>') }, {}])
    expect(mailbox.mails[1]).toMatchObject({ from: undefined, subject: undefined, html: undefined, attachments: [] })
    expect(mailbox.mails[1]?.text?.trim()).toBe('Hello')
  })

  it('can have another character set', async () => {
    const mailbox = await started()
    const head = 'Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    await sendRaw(mailbox, Buffer.concat([Buffer.from(head), Buffer.from('Grüße', 'latin1')]))
    expect((await mailbox.next()).text?.trim()).toBe('Grüße')
  })

  it('is accepted with any user name and password', async () => {
    const mailbox = await started()
    const { host } = new URL(mailbox.url)
    await send({ ...mailbox, url: `smtp://user:password@${host}` }, { text: 'Hello' })
    expect(mailbox.mails).toHaveLength(1)
  })
})

describe('next()', () => {
  it('returns each email once, in order, also if it arrives later', async () => {
    const mailbox = await started()
    const early = mailbox.next()
    for (const subject of ['first', 'second', 'third']) await send(mailbox, { subject })
    expect((await early).subject).toBe('first')
    const rest = await Promise.all([mailbox.next(), mailbox.next()])
    expect(rest.map(({ subject }) => subject)).toEqual(['second', 'third'])
    await expect(mailbox.next({ timeoutMs: 10 })).rejects.toThrow('No new email arrived within 10 ms')
  })

  it('rejects if no email arrives in time, or the mailbox is closed', async () => {
    const mailbox = await started()
    await expect(mailbox.next({ timeoutMs: 1 })).rejects.toMatchObject({ code: 'mail-missing' })
    await expect(mailbox.next({ timeoutMs: Number.NaN })).rejects.toMatchObject({ code: 'option-invalid' })
    const waiting = mailbox.next()
    await Promise.all([expect(waiting).rejects.toThrow('The mailbox was closed'), mailbox.close()])
    await expect(mailbox.next()).rejects.toThrow('The mailbox was closed')
  })
})

it('calls listeners with each email until they unsubscribe, and clear() deletes all emails', async () => {
  const mailbox = await started()
  const heard: (string | undefined)[] = []
  const stop = mailbox.subscribe(({ subject }) => heard.push(subject))
  await send(mailbox, { subject: 'first' })
  stop()
  await send(mailbox, { subject: 'second' })
  expect(heard).toEqual(['first'])
  mailbox.clear()
  expect(mailbox.mails).toEqual([])
  await send(mailbox, { subject: 'third' })
  expect(await mailbox.next()).toMatchObject({ id: 3, subject: 'third' })
})

describe('a harmful email', () => {
  it('is rejected over 5 MiB, and the next email is accepted', async () => {
    const mailbox = await started()
    const raw = `Subject: big\r\n\r\n${'x'.repeat(70)}\r\n`.repeat(80_000)
    const { socket, says, heard } = await dial(mailbox)
    await says('EHLO me\r\n')
    await says('MAIL FROM:<a@example.com>\r\n')
    await says('RCPT TO:<ann@example.com>\r\n')
    await says('DATA\r\n')
    socket.write(raw)
    await says('\r\n.\r\n')
    expect(heard()).toContain('\n552 ')
    await expect(sendRaw(mailbox, raw)).rejects.toMatchObject({ responseCode: 552 })
    expect(mailbox.mails).toEqual([])
    await send(mailbox, { subject: 'small' })
    expect((await mailbox.next()).subject).toBe('small')
  })

  it('is rejected if its parts are nested too deep', async () => {
    const mailbox = await started()
    const levels = Array.from({ length: 2000 }, (_, level) => level)
    const raw = levels
      .map((level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`)
      .join('')
    await expect(sendRaw(mailbox, raw)).rejects.toMatchObject({ responseCode: 554 })
    expect(mailbox.mails).toEqual([])
  })

  it.each<[string, string, string]>([
    ['millions of blank lines', `Subject: blank\r\n\r\n${'\r\n'.repeat(2_600_000)}`, 'more than 100000 lines'],
    [
      '800,000 boundaries',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n'.repeat(800_000)}`,
      'more than 100000 lines',
    ],
    ['a group of 1.6 MB in an address', `From: ${'a:;'.repeat(533_000)}\r\n\r\nHello`, 'Maximum header size'],
    [
      'more than 1,000 attachments',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: a/b\r\n\r\nx\r\n'.repeat(1001)}`,
      'more than 1000 attachments',
    ],
  ])('is rejected for %s, and does not delay other emails', async (_, raw, reason) => {
    const mailbox = await started()
    const delay = monitorEventLoopDelay()
    delay.enable()
    const hostile = sendRaw(mailbox, raw).catch((error: unknown) => error)
    await send(mailbox, { subject: 'honest' })
    expect(await hostile).toMatchObject({ responseCode: 554, response: expect.stringContaining(reason) })
    expect(mailbox.mails.map(({ subject }) => subject)).toEqual(['honest'])
    expect(delay.max / 1e6).toBeLessThan(7500) // Without threads and limits, it takes 8 s or more.
  })

  it('is rejected if it takes too long to read, and the next email is read', async () => {
    const reader = createMailReader({ timeoutMs: 500 })
    onTestFinished(() => reader.close())
    const boundaries = '--b\n'.repeat(99_000)
    const slow = Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${boundaries}`)
    await Promise.all(
      Array.from({ length: 6 }, () => expect(reader.read(slow)).rejects.toThrow('Reading it took longer than 0.5 s.')),
    )
    const honest = Buffer.from('Subject: honest\r\n\r\n')
    await expect.poll(() => reader.read(honest).catch(() => 'slow')).toMatchObject({ subject: 'honest' })
  })

  it('does not include an email of 5 MB with attachments', async () => {
    const mailbox = await started()
    const attachments = [1, 2].map((number) => ({
      filename: `${number}.bin`,
      content: Buffer.alloc(1_800_000, number),
    }))
    await send(mailbox, { text: 'Your pictures', attachments })
    expect(await mailbox.next({ timeoutMs: 0 })).toMatchObject({
      text: expect.stringContaining('Your pictures'),
      attachments: [1, 2].map((number) => ({ fileName: `${number}.bin`, bytes: 1_800_000 })),
    })
  })

  it('becomes an attachment if it is an email in an email', async () => {
    const mailbox = await started()
    await sendRaw(mailbox, 'Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nHello')
    expect(await mailbox.next()).toMatchObject({ attachments: [{ mimeType: 'message/rfc822' }] })
  })

  it('has no effect if a client resets the connection in the middle of an email', async () => {
    const mailbox = await started()
    const { socket, says } = await dial(mailbox)
    await says('EHLO me\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<ann@example.com>\r\n')
    await says('DATA\r\nSubject: half')
    socket.resetAndDestroy()
    await once(socket, 'close')
    await send(mailbox, { subject: 'whole' })
    expect(mailbox.mails.map(({ subject }) => subject)).toEqual(['whole'])
  })

  it('has at most 100 recipients', async () => {
    const mailbox = await started()
    const to = Array.from({ length: 101 }, (_, index) => `guest${index}@example.com`)
    const { rejected } = await send(mailbox, { to })
    expect(rejected).toHaveLength(1)
    expect((await mailbox.next()).deliveredTo).toHaveLength(100)
  })

  it('cannot be sent by a web page that posts to the mailbox', async () => {
    const mailbox = await started()
    const { says, heard } = await dial(mailbox)
    await says('POST / HTTP/1.1\r\nMAIL FROM:<a@example.com>\r\n')
    expect(heard()).toContain('421 ')
    await expect(fetch(mailbox.url.replace('smtp', 'http'), { method: 'POST' })).rejects.toThrow()
    expect(mailbox.mails).toEqual([])
  })
})

describe('memory', () => {
  const mail = { deliveredTo: [], from: '', subject: '', text: '', html: '', attachments: [], source: '' }
  const fourMi = 'x'.repeat(4 * 1024 * 1024)

  it('holds the latest 1,000 emails', async () => {
    const list = createMailList()
    for (let count = 0; count < 1005; count += 1) list.add(mail)
    expect(list.all()).toHaveLength(1000)
    expect((await list.next(0)).id).toBe(6)
  })

  it('holds 50 MiB of emails with their decoded content, and is freed by clear()', () => {
    const list = createMailList()
    const big = { ...mail, source: fourMi, text: fourMi, html: fourMi }
    for (let count = 0; count < 7; count += 1) list.add(big)
    expect(list.all().map(({ id }) => id)).toEqual([4, 5, 6, 7])
    list.clear()
    for (let count = 0; count < 4; count += 1) list.add(big)
    expect(list.all()).toHaveLength(4)
  })
})

describe('the server', () => {
  it('listens on the given port of 127.0.0.1', async () => {
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    const address = free.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    await expect(startMailbox({ port })).rejects.toMatchObject({ code: 'port-unavailable' })
    await new Promise((resolve) => free.close(resolve))
    const mailbox = await startMailbox({ port })
    onTestFinished(() => mailbox.close())
    expect(mailbox.url).toBe(`smtp://127.0.0.1:${port}`)
    await expect(startMailbox({ port: 1.5 })).rejects.toMatchObject({ code: 'option-invalid' })
  })

  it('closes immediately, even while clients are connected, and can be closed twice', async () => {
    const mailbox = await started()
    const { socket } = await dial(mailbox)
    const startedAt = performance.now()
    await Promise.all([once(socket, 'close'), mailbox.close(), mailbox.close()])
    expect(performance.now() - startedAt).toBeLessThan(20_000)
    await expect(send(mailbox, {})).rejects.toThrow()
  })
})
