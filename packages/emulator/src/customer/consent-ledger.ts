/** The consent of the customer or of one speaker. */
export interface ConsentRecord {
  readonly granted: ReadonlySet<string>
  grant(scopes: Iterable<string>): void
  revoke(scopes: Iterable<string>): void
}

/** One scope that the customer grants, or that `person` grants if given. */
export interface Grant<Person> {
  readonly scope: string
  readonly person?: Person | undefined
}

/** The consent of one customer and their speakers. */
export interface ConsentLedger<Person> {
  readonly customer: ConsentRecord
  /** Adds a person. `create` gets that person's record. */
  addPerson(create: (consent: ConsentRecord) => Person): Person
  /** Grants scopes at both levels at once. */
  grant(grants: readonly Grant<Person>[]): void
  has(grant: Grant<Person>): boolean
  /** Removes all consent without calling `changed`. */
  clear(): void
}

export interface ConsentListener<Person> {
  /** Throws if nothing can be granted. */
  mayGrant(): void
  /**
   * Called once after each change that has an effect. `isFirst` says whether nothing was granted before, and `person`
   * is undefined if the change was only about the customer.
   */
  changed(isFirst: boolean, person: Person | undefined): void
}

export function createConsentLedger<Person>({ mayGrant, changed }: ConsentListener<Person>): ConsentLedger<Person> {
  const ofCustomer = new Set<string>()
  const ofPersons = new Map<Person, Set<string>>()
  const grantedBy = (person: Person | undefined) => (person === undefined ? ofCustomer : ofPersons.get(person))
  const all = () => [ofCustomer, ...ofPersons.values()]
  const count = () => all().reduce((sum, { size }) => sum + size, 0)

  /** An edit only adds or only removes, so the count shows whether it had an effect. */
  function change(person: Person | undefined, edit: () => void): void {
    const before = count()
    edit()
    if (count() !== before) changed(before === 0, person)
  }

  const recordOf = (granted: Set<string>, person: () => Person | undefined): ConsentRecord => ({
    granted,
    grant(scopes) {
      mayGrant()
      change(person(), () => {
        for (const scope of scopes) granted.add(scope)
      })
    },
    revoke(scopes) {
      change(person(), () => {
        for (const scope of scopes) granted.delete(scope)
      })
    },
  })

  return {
    customer: recordOf(ofCustomer, () => undefined),
    addPerson(create) {
      const granted = new Set<string>()
      const person: Person = create(recordOf(granted, () => person))
      ofPersons.set(person, granted)
      return person
    },
    grant(grants) {
      mayGrant()
      change(grants.find(({ person }) => person)?.person, () => {
        for (const { scope, person } of grants) grantedBy(person)?.add(scope)
      })
    },
    has: ({ scope, person }) => grantedBy(person)?.has(scope) ?? false,
    clear() {
      for (const granted of all()) granted.clear()
    },
  }
}
