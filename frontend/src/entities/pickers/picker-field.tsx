import { FormField } from '~/ui/form-field';
import { useField } from '../form/form-context';
import { type PickerKind, RecordPicker } from './record-picker';

type Props = {
  name: string;
  kind: PickerKind;
  label?: string;
  hint?: string;
  onCreate?: (typed: string) => void;
  among?: Readonly<Record<string, readonly string[]>> | undefined;
};

/** A record of the register in a form: a partner, a person, a unit. */
export function PickerField({ name, kind, label, hint, onCreate, among }: Props) {
  const field = useField(name);
  return (
    <FormField label={label ?? field.label} hint={hint} error={field.error} required={field.limit.required}>
      {control => (
        <RecordPicker
          kind={kind}
          control={control}
          value={field.value ?? ''}
          onChange={field.onChange}
          onCreate={onCreate}
          among={among}
        />
      )}
    </FormField>
  );
}
