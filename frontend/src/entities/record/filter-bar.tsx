import { type ReactNode, useState } from 'react';
import { useCodeLabel } from '~/api/code-lists';
import { useCommonT, useFeatureT, useFormats } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { DateInput } from '~/ui/date-input';
import { FormField } from '~/ui/form-field';
import { Popover } from '~/ui/menu';
import { academicYears, useCodeOptions } from '../form/more-fields';
import { RecordName, RecordPicker } from '../pickers/record-picker';
import { type Filter, parametersOf, type SearchValues, valuesOf, withValue } from './filters';
import styles from './record.module.css';

type BarProps = {
  feature: string;
  filters: readonly Filter[];
  search: SearchValues;
  onChange: (change: SearchValues) => void;
};

const FIRST = 4;

/** A button for each filter, the first ones at once. What is chosen stands below in words and goes at a press. */
export function FilterButtons({ feature, filters, search, onChange }: BarProps) {
  const t = useFeatureT(feature);
  const common = useCommonT();
  const [all, setAll] = useState(false);
  const shown = all ? filters : filters.slice(0, FIRST);
  return (
    <>
      {shown.map(filter =>
        filter.kind === 'flag' ? (
          <Checkbox
            key={filter.name}
            checked={search[filter.name] === true}
            onChange={event => onChange({ [filter.name]: event.target.checked || undefined })}
          >
            {t(`field.${filter.name}`)}
          </Checkbox>
        ) : (
          <Popover key={filter.name} label={t(`field.${filter.name}`)}>
            {() => <FilterPanel filter={filter} t={t} search={search} onChange={onChange} />}
          </Popover>
        ),
      )}
      {filters.length > FIRST && (
        <Button look="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {common(all ? 'filter.fewer' : 'filter.more')}
        </Button>
      )}
    </>
  );
}

type PanelProps = {
  filter: Filter;
  t: (key: string) => string;
  search: SearchValues;
  onChange: (change: SearchValues) => void;
};

function FilterPanel({ filter, t, search, onChange }: PanelProps) {
  const values = valuesOf(search, filter.name);
  const toggle = (value: string, on: boolean) => onChange({ [filter.name]: withValue(values, value, on) });
  switch (filter.kind) {
    case 'choice':
      return (
        <div className={styles.options}>
          {filter.options.map(option => (
            <Checkbox
              key={option}
              checked={values.includes(option)}
              onChange={event => toggle(option, event.target.checked)}
            >
              {t(`${filter.name}.${option}`)}
            </Checkbox>
          ))}
        </div>
      );
    case 'codes':
      return <CodeChoice filter={filter} values={values} onToggle={toggle} />;
    case 'years':
      return <YearChoice values={values} onToggle={toggle} />;
    case 'days':
      return <DaysChoice name={filter.name} search={search} onChange={onChange} />;
    case 'day':
      return (
        <DayChoice label={t(`field.${filter.name}`)} parameter={filter.name} search={search} onChange={onChange} />
      );
    case 'record':
      return (
        <FormField label={t(`field.${filter.name}`)}>
          {control => (
            <RecordPicker
              kind={filter.picker}
              control={control}
              value={values[0] ?? ''}
              onChange={id => onChange({ [filter.name]: id === '' ? undefined : [id] })}
            />
          )}
        </FormField>
      );
    case 'flag':
      return null;
  }
}

type YearProps = { values: readonly string[]; onToggle: (value: string, on: boolean) => void };

function YearChoice({ values, onToggle }: YearProps) {
  const { academicYear } = useFormats();
  return (
    <div className={styles.options}>
      {academicYears().map(year => (
        <Checkbox key={year} checked={values.includes(year)} onChange={event => onToggle(year, event.target.checked)}>
          {academicYear(year)}
        </Checkbox>
      ))}
    </div>
  );
}

type CodeProps = {
  filter: Extract<Filter, { kind: 'codes' }>;
  values: readonly string[];
  onToggle: (value: string, on: boolean) => void;
};

function CodeChoice({ filter, values, onToggle }: CodeProps) {
  const t = useCommonT();
  const options = useCodeOptions(filter.list, filter.level);
  const [query, setQuery] = useState('');
  const shown = options.filter(
    ({ code, label }) => values.includes(code) || label.toLowerCase().includes(query.toLowerCase()),
  );
  return (
    <div className={styles.options}>
      <input
        className={styles.search}
        type="search"
        value={query}
        placeholder={t('action.search')}
        aria-label={t('action.search')}
        onChange={event => setQuery(event.target.value)}
      />
      {shown.map(({ code, label }) => (
        <Checkbox key={code} checked={values.includes(code)} onChange={event => onToggle(code, event.target.checked)}>
          {label}
        </Checkbox>
      ))}
    </div>
  );
}

type DaysProps = { name: string; search: SearchValues; onChange: (change: SearchValues) => void };

function DaysChoice({ name, ...rest }: DaysProps) {
  const t = useCommonT();
  return (
    <div className={styles.days}>
      <DayChoice label={t('range.from_label')} parameter={`${name}[gte]`} {...rest} />
      <DayChoice label={t('range.until_label')} parameter={`${name}[lte]`} {...rest} />
    </div>
  );
}

function DayChoice({
  label,
  parameter,
  search,
  onChange,
}: Omit<DaysProps, 'name'> & { label: string; parameter: string }) {
  return (
    <FormField label={label}>
      {control => (
        <DateInput
          control={control}
          value={String(search[parameter] ?? '')}
          onChange={day => {
            if (day === '' || /^\d{4}-\d\d-\d\d$/.test(day)) {
              onChange({ [parameter]: day || undefined });
            }
          }}
        />
      )}
    </FormField>
  );
}

export function FilterChips({ feature, filters, search, onChange }: BarProps) {
  const t = useCommonT();
  const active = filters.filter(filter => parametersOf(filter).some(it => search[it] !== undefined));
  if (active.length === 0) {
    return null;
  }
  const nothing = Object.fromEntries(filters.flatMap(parametersOf).map(it => [it, undefined]));
  return (
    <div className={styles.chips}>
      {active.map(filter => (
        <Chip key={filter.name} feature={feature} filter={filter} search={search} onChange={onChange} />
      ))}
      <Button look="plain" onClick={() => onChange(nothing)}>
        {t('filter.clear')}
      </Button>
    </div>
  );
}

function Chip({ feature, filter, search, onChange }: Omit<BarProps, 'filters'> & { filter: Filter }) {
  const t = useFeatureT(feature);
  const common = useCommonT();
  const { date, dateRange, academicYear } = useFormats();
  const code = useCodeLabel(filter.kind === 'codes' ? filter.list : 'countries');
  const values = valuesOf(search, filter.name);
  const [from, until] = parametersOf(filter).map(it => valuesOf(search, it)[0]);
  const content: Record<Filter['kind'], () => ReactNode> = {
    choice: () => values.map(value => t(`${filter.name}.${value}`)).join(', '),
    codes: () => values.map(code).join(', '),
    years: () => values.map(academicYear).join(', '),
    days: () => dateRange(from, until),
    day: () => date(values[0] ?? ''),
    flag: () => common('answer.yes'),
    record: () => filter.kind === 'record' && <RecordName kind={filter.picker} id={values[0] ?? ''} />,
  };
  const clear = () => onChange(Object.fromEntries(parametersOf(filter).map(it => [it, undefined])));
  return (
    <button type="button" className={styles.chip} onClick={clear} title={common('filter.remove')}>
      {t(`field.${filter.name}`)}: {content[filter.kind]()}
    </button>
  );
}
