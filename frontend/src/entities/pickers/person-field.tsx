import { lazy, Suspense, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useMay } from '../session';
import { PickerField } from './picker-field';

const NewPersonDialog = lazy(() =>
  import('./new-person-dialog').then(({ NewPersonDialog }) => ({ default: NewPersonDialog })),
);

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
        <Suspense>
          <NewPersonDialog
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
