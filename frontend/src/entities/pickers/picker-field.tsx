import { FormField } from '~/ui/form-field';
import { useField } from '../form/form-context';
import { type PickerKind, RecordPicker } from './record-picker';

type Props = { name: string; kind: PickerKind; label?: string; hint?: string; onCreate?: (typed: string) => void };

/** A partner, a person or a unit in a form. */
export function PickerField({ name, kind, label, hint, onCreate }: Props) {
  const field = useField(name);
  return (
    <FormField name={name} label={label ?? field.label} hint={hint} error={field.error} required={field.limit.required}>
      {control => (
        <RecordPicker
          kind={kind}
          control={control}
          value={field.value ?? ''}
          onChange={field.onChange}
          onCreate={onCreate}
        />
      )}
    </FormField>
  );
}
