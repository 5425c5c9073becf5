export interface Booking {
  readonly email: string
  readonly phone: string | undefined
  readonly date: string | undefined
}

export class Bookings {
  readonly all: Booking[] = []

  async book(booking: Booking): Promise<void> {
    this.all.push(booking)
  }
}
