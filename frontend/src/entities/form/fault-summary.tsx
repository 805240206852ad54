import { type RefObject, useEffect, useRef } from 'react';
import { useFormState } from 'react-hook-form';
import type { ApiError } from '~/api/problem';
import { useCommonT, useFormats } from '~/i18n/i18n';
import { problemText } from '~/ui/problem-state';
import { Notice } from '~/ui/states';
import { faultsOf, fieldOf } from './faults';
import { labelOf, useFormSchema } from './form-context';

type Props = { form: RefObject<HTMLFormElement | null>; attempt: number; failure: ApiError | undefined };

/** After a form was refused: what to mend, each with the way to its field, and the focus on the first. */
export function FaultSummary({ form, attempt, failure }: Props) {
  const t = useCommonT();
  const { number } = useFormats();
  const { errors } = useFormState();
  const ref = useRef<HTMLDivElement>(null);
  const faults = faultsOf(errors);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (attempt > 0) {
      (first ?? ref.current)?.focus();
    }
  }, [form, attempt]);
  if (attempt === 0 || (faults.length === 0 && failure === undefined)) {
    return null;
  }
  return (
    <div ref={ref} tabIndex={-1}>
      <Notice tone="error">
        {faults.length > 0 ? (
          <>
            <strong>{t('form.faults', { count: faults.length })}</strong>
            <ul>
              {faults.map(({ name, detail }) => (
                <li key={name}>
                  <FaultLink form={form} name={name} detail={detail} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          failure && <Refusal {...problemText(failure, t, number)} failure={failure} />
        )}
      </Notice>
    </div>
  );
}

function FaultLink({ form, name, detail }: { form: RefObject<HTMLFormElement | null>; name: string; detail: string }) {
  const { t, limits } = useFormSchema();
  const label = labelOf(name, limits, t);
  return (
    <a
      href={`#${name}`}
      onClick={event => {
        // The address of a form does not change, or leaving it would be asked about.
        event.preventDefault();
        if (form.current !== null) {
          fieldOf(form.current, name)?.focus();
        }
      }}
    >
      {label === undefined ? detail : `${label}: ${detail}`}
    </a>
  );
}

function Refusal({ title, detail, failure }: { title: string; detail: string; failure: ApiError }) {
  const t = useCommonT();
  return (
    <>
      <strong>{title}</strong>
      <p>{detail}</p>
      {failure.status >= 500 && failure.problem && <p>{t('error.request', { id: failure.problem.request_id })}</p>}
    </>
  );
}
