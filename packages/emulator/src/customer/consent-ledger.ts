/** Where the consent of an account, or of one person, is kept. */
export interface ConsentRecord {
  readonly granted: ReadonlySet<string>
  grant(scopes: Iterable<string>): void
  revoke(scopes: Iterable<string>): void
}

/** What one account and its speakers have consented to. */
export interface ConsentLedger<Person> {
  readonly account: ConsentRecord
  /** `create` gets the record that is that person's. */
  addPerson(create: (consent: ConsentRecord) => Person): Person
  /** Grants scopes at both levels in one go: of the account, where no person is given. */
  grant(grants: readonly { readonly scope: string; readonly person?: Person | undefined }[]): void
  /** Forgets everything; nobody is told. */
  clear(): void
}

export interface ConsentListener<Person> {
  /** Throws when nothing can be granted. */
  mayGrant(): void
  /**
   * Told once after each change that has an effect: whether nothing at all was granted before, and which person it was
   * about, when it was not only about the account.
   */
  changed(isFirst: boolean, person: Person | undefined): void
}

export function createConsentLedger<Person>({ mayGrant, changed }: ConsentListener<Person>): ConsentLedger<Person> {
  const ofAccount = new Set<string>()
  const ofPersons = new Map<Person, Set<string>>()
  const all = () => [ofAccount, ...ofPersons.values()]
  const count = () => all().reduce((sum, { size }) => sum + size, 0)

  /** An edit only adds or only removes, so that its effect shows in the count. */
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
    account: recordOf(ofAccount, () => undefined),
    addPerson(create) {
      const granted = new Set<string>()
      const person: Person = create(recordOf(granted, () => person))
      ofPersons.set(person, granted)
      return person
    },
    grant(grants) {
      mayGrant()
      change(grants.find(({ person }) => person)?.person, () => {
        for (const { scope, person } of grants) (person ? ofPersons.get(person) : ofAccount)?.add(scope)
      })
    },
    clear() {
      for (const granted of all()) granted.clear()
    },
  }
}
