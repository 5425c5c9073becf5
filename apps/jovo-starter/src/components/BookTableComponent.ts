import { type ConsentAnswer, type Profile, ProfileDecisionOutput, RequireProfile } from '@alexa-profile/jovo'
import { BaseComponent, Component, Global, Handle, type Jovo } from '@jovotech/framework'
import { type ConfirmationParts, confirmationMail } from '../confirmation.js'
import { customersClock } from '../customers-clock.js'
import type { Language } from '../language.js'
import { languageIn } from '../language-in.js'
import { detailsOf } from '../log.js'
import { AskAgainOutput } from '../output/AskAgainOutput.js'
import { BookedOutput } from '../output/BookedOutput.js'
import { DelegateOutput } from '../output/DelegateOutput.js'
import { isDialogOpen, reservationIn } from '../reservation-in.js'

type BookingProfile = Profile<'givenName' | 'email', 'mobileNumber' | 'timeZone'>

const isIncomplete = (jovo: Jovo) => isDialogOpen(jovo) || reservationIn(jovo).problem !== undefined

@Global()
@Component()
export class BookTableComponent extends BaseComponent {
  /**
   * Handles BookTableIntent until the reservation is complete. Alexa asks for missing values in the words of the
   * interaction model, and the skill asks again for invalid values. The profile is read only after that.
   */
  @Handle({ intents: ['BookTableIntent'], if: isIncomplete })
  completeReservation() {
    const { problem } = reservationIn(this)
    if (problem === undefined || (problem.kind === 'missing' && isDialogOpen(this))) return this.$send(DelegateOutput)
    return this.$send(AskAgainOutput, { problem })
  }

  /**
   * Books a table. Alexa asks by voice for missing permissions, and then sends the request again with the consent
   * answer, so the customer says everything only once.
   */
  @Handle({ intents: ['BookTableIntent'] })
  @RequireProfile({
    required: ['givenName', 'email'],
    optional: ['mobileNumber', 'timeZone'],
    consent: 'voice',
    purpose: { en: 'email you the confirmation', de: 'dir die Bestätigung zu schicken' },
    declined: 'bookWithoutProfile',
  })
  bookTable(profile: BookingProfile) {
    return this.book(profile)
  }

  bookWithoutProfile({ answer }: ConsentAnswer) {
    return answer === 'redirected-to-app' ? this.$send(ProfileDecisionOutput) : this.book()
  }

  /** Books the table without a profile, and sends no email. */
  private async book(profile?: BookingProfile): Promise<void> {
    const { reservation } = reservationIn(this)
    // The reserved time can pass while Alexa asks for consent.
    if (reservation === undefined) return this.completeReservation()
    const language = languageIn(this)
    const { givenName, mobileNumber } = profile ?? {}
    const timeZone = profile ? profile.timeZone : await this.timeZone()
    const guest = { userId: this.$user.id ?? '', givenName, mobileNumber }
    const reference = await this.$services.bookings.book(reservation, guest)
    const confirmation = profile
      ? await this.mail({ to: profile.email, givenName: profile.givenName, reservation, reference }, language)
      : 'no-consent'
    const booked = {
      reservation,
      reference,
      givenName,
      confirmation,
      hasPhone: mobileNumber !== undefined,
      customersClock: customersClock(reservation, timeZone, language),
    } as const
    return this.$send(BookedOutput, { booked })
  }

  /** The time zone needs no permission, so it can be read for a customer who shares nothing. */
  private async timeZone(): Promise<string | undefined> {
    const { timeZone } = await this.$profile.read(['timeZone'], { deadlineMs: 1000 })
    return timeZone.status === 'available' ? timeZone.value : undefined
  }

  /** Never rejects: the table stays booked if the mail server is down. */
  private async mail(parts: ConfirmationParts, language: Language): Promise<'mailed' | 'mail-failed'> {
    try {
      await this.$services.sendMail(confirmationMail(parts, language))
      return 'mailed'
    } catch (error) {
      this.$services.log('mail-failed', detailsOf(error))
      return 'mail-failed'
    }
  }
}
