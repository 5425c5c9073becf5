import type { PersonView } from '../../../src/protocol/console-state.js'
import { ValueField } from './value-field.js'

type MobileNumber = NonNullable<PersonView['data']['mobileNumber']>

export interface NumberFieldProps {
  readonly value: MobileNumber | undefined
  readonly onSave: (value: MobileNumber | null) => void
}

/** A mobile number as Alexa has it: in two parts, of which the first may be missing. */
export function NumberField({ value, onSave }: NumberFieldProps) {
  const countryCode = value?.countryCode
  const phoneNumber = value?.phoneNumber ?? ''

  function save(code: string | null | undefined, number: string | null): void {
    const known = code ?? undefined
    if (known === undefined && number === null) onSave(null)
    else onSave({ ...(known !== undefined && { countryCode: known }), phoneNumber: number ?? '' })
  }

  return (
    <div class="number">
      <ValueField
        label="Country code"
        value={countryCode}
        onSave={(code) => save(code, phoneNumber === '' ? null : phoneNumber)}
      />
      <ValueField label="Mobile number" value={value?.phoneNumber} onSave={(number) => save(countryCode, number)} />
    </div>
  )
}
