import { lazy, Suspense, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useMay } from '../session';
import { PickerField } from './picker-field';

const NewPartnerDialog = lazy(() =>
  import('./new-partner-dialog').then(({ NewPartnerDialog }) => ({ default: NewPartnerDialog })),
);

/** A partner of the register, or a new one made on the way. */
export function PartnerField({ name }: { name: string }) {
  const may = useMay();
  const { setValue } = useFormContext();
  const [typed, setTyped] = useState<string>();
  return (
    <>
      <PickerField name={name} kind="partner" {...(may('officer') && { onCreate: setTyped })} />
      {typed !== undefined && (
        <Suspense>
          <NewPartnerDialog
            name={typed}
            onClose={() => setTyped(undefined)}
            onMade={id => {
              setTyped(undefined);
              setValue(name, id, { shouldDirty: true });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
