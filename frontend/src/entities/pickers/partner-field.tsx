import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useMay } from '../session';
import { NewPartnerDialog } from './new-partner-dialog';
import { PickerField } from './picker-field';

/** A partner of the register, or a new one made on the way. */
export function PartnerField({ name }: { name: string }) {
  const may = useMay();
  const { setValue } = useFormContext();
  const [typed, setTyped] = useState<string>();
  return (
    <>
      <PickerField name={name} kind="partner" {...(may('officer') && { onCreate: setTyped })} />
      {typed !== undefined && (
        <NewPartnerDialog
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
