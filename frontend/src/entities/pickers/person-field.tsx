import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useMay } from '../session';
import { NewPersonDialog } from './new-person-dialog';
import { PickerField } from './picker-field';

/** A person of the register, or a new one made on the way. */
export function PersonField({ name, hint }: { name: string; hint?: string }) {
  const may = useMay();
  const { setValue } = useFormContext();
  const [typed, setTyped] = useState<string>();
  return (
    <>
      <PickerField
        name={name}
        kind="person"
        {...(hint && { hint })}
        {...(may('coordinator') && { onCreate: setTyped })}
      />
      {typed !== undefined && (
        <NewPersonDialog
          name={typed}
          onClose={() => setTyped(undefined)}
          onMade={id => {
            setTyped(undefined);
            setValue(name, id, { shouldDirty: true });
          }}
        />
      )}
    </>
  );
}
