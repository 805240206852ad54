import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { type FieldValues, FormProvider, useForm } from 'react-hook-form';
import type { Limits } from '~/api/limits';
import { type ApiError, asApiError, fieldFaults } from '~/api/problem';
import { type DraftOf, newKey, type RecordOf, type Resource, type ResourceName } from '~/api/resource';
import { me } from '~/api/session';
import { useCommonT, useFeatureT, useFormats } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { problemText } from '~/ui/problem-state';
import { Notice } from '~/ui/states';
import { useToast } from '~/ui/toast';
import { FormSchemaContext } from '../form/form-context';
import layout from '../form/layout.module.css';
import { prune } from '../form/prune';
import { LeaveGuard } from './leave-guard';
import { dropDraft, readDraft, useKeepDraft } from './use-draft';

const ConflictDialog = lazy(() =>
  import('./conflict-dialog').then(({ ConflictDialog }) => ({ default: ConflictDialog })),
);

type Props<N extends ResourceName> = {
  resource: Resource<N>;
  limits: Limits;
  /** What is changed; absent where one is made. */
  record?: RecordOf<N>;
  /** What a new one begins with. */
  initial?: FieldValues;
  onSaved: (record: RecordOf<N>) => void;
  onCancel: () => void;
  /** Is what was typed and not saved kept on this device? Not where it must leave no trace. */
  drafts?: boolean;
  children: ReactNode;
};

/** Makes or changes a record of any kind: draft, faults at their fields, conflicts, one record however often it is sent. */
export function RecordForm<N extends ResourceName>({
  resource,
  limits,
  record,
  initial = {},
  onSaved,
  onCancel,
  drafts = true,
  children,
}: Props<N>) {
  const common = useCommonT();
  const t = useFeatureT(resource.name);
  const formats = useFormats();
  const toast = useToast();
  const queries = useQueryClient();
  const draftKey = drafts && `${queries.getQueryData(me.queryKey)?.user.id}.${resource.name}.${record?.id ?? 'new'}`;
  const [base, setBase] = useState(record);
  const [draft] = useState(() => (draftKey ? readDraft(draftKey) : undefined));
  const saved: FieldValues = base === undefined ? initial : writable(base, limits);
  const form = useForm<FieldValues>({
    defaultValues: saved,
    mode: 'onTouched',
    shouldUnregister: false,
    ...(draft && { values: draft.values, resetOptions: { keepDefaultValues: true } }),
  });
  const { isDirty } = form.formState;
  const [restored, setRestored] = useState(draft !== undefined);
  const [failure, setFailure] = useState<ApiError>();
  const [conflict, setConflict] = useState<{ theirs: RecordOf<N> }>();
  const [busy, setBusy] = useState(false);
  const leaving = useRef(false);
  const key = useSubmissionKey();
  useKeepDraft(draftKey, form, base?.version);

  async function save(values: FieldValues, current = base): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    const body = prune(values) as DraftOf<N>;
    try {
      const result =
        current === undefined ? await resource.create(body, key(body)) : await resource.replace(current, body);
      leaving.current = true;
      drop();
      await queries.invalidateQueries();
      toast(common('toast.saved'));
      onSaved(result);
    } catch (error) {
      await refuse(asApiError(error), current);
    } finally {
      setBusy(false);
    }
  }

  async function refuse(error: ApiError, current: RecordOf<N> | undefined): Promise<void> {
    if (error.status === 412 && current !== undefined) {
      setConflict({ theirs: await queries.fetchQuery({ ...resource.detail(current.id), staleTime: 0 }) });
      return;
    }
    fieldFaults(error).forEach(({ name, detail }, n) => {
      form.setError(name, { type: 'server', message: detail }, { shouldFocus: n === 0 });
    });
    setFailure(error);
  }

  function drop(): void {
    if (draftKey) {
      dropDraft(draftKey);
    }
  }

  function discard(): void {
    drop();
    form.reset(saved);
    setRestored(false);
  }

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void form.handleSubmit(values => save(values))(event);
  };
  return (
    <FormSchemaContext value={{ limits, t }}>
      <FormProvider {...form}>
        <form className={layout.form} onSubmit={onSubmit} noValidate>
          {restored && draft && (
            <Notice tone="note">
              <p>{common('draft.restored', { at: formats.instant(draft.at) })}</p>
              <div>
                <Button look="plain" onClick={discard}>
                  {common('draft.discard')}
                </Button>
              </div>
            </Notice>
          )}
          {children}
          {failure && <FormFailure error={failure} />}
          <div className={layout.bar}>
            <Button type="submit" look="primary" busy={busy}>
              {common(base === undefined ? 'action.create' : 'action.save')}
            </Button>
            <Button onClick={onCancel}>{common('action.cancel')}</Button>
            {isDirty && drafts && <span className={layout.saved}>{common('draft.kept')}</span>}
          </div>
        </form>
        <LeaveGuard dirty={isDirty} allowed={leaving} kept={drafts} />
        {conflict && base && (
          <Suspense>
            <ConflictDialog
              resource={resource}
              base={writable(base, limits)}
              mine={form.getValues()}
              theirs={writable(conflict.theirs, limits)}
              id={base.id}
              onClose={() => setConflict(undefined)}
              onResolved={values => {
                setConflict(undefined);
                setBase(conflict.theirs);
                form.reset(values, { keepDefaultValues: true });
                void save(values, conflict.theirs);
              }}
            />
          </Suspense>
        )}
      </FormProvider>
    </FormSchemaContext>
  );
}

function FormFailure({ error }: { error: ApiError }) {
  const t = useCommonT();
  const { number } = useFormats();
  const { title, detail } = problemText(error, t, number);
  return (
    <Notice tone="error">
      <strong>{title}</strong>
      <p>{detail}</p>
      {fieldFaults(error).map(fault => (
        <p key={fault.name + fault.code}>{fault.detail}</p>
      ))}
    </Notice>
  );
}

/** The part of a record that may be sent, as the API's document has it. */
function writable(record: object, limits: Limits): FieldValues {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name in limits));
}

/** The same key for the same body, so that a repeated press or a lost answer makes no second record. */
function useSubmissionKey(): (body: unknown) => string {
  const last = useRef({ body: '', key: '' });
  return body => {
    const text = JSON.stringify(body);
    if (last.current.body !== text) {
      last.current = { body: text, key: newKey() };
    }
    return last.current.key;
  };
}
