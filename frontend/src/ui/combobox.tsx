import { useCombobox } from 'downshift';
import { useState } from 'react';
import { useCommonT } from '~/i18n/i18n';
import styles from './combobox.module.css';
import type { ControlProps } from './form-field';

export type Option = { value: string; label: string; note?: string | undefined };

export type ComboboxProps = {
  control: ControlProps;
  /** What is chosen now. */
  selected: Option | undefined;
  options: readonly Option[];
  loading?: boolean;
  placeholder?: string;
  onQuery: (query: string) => void;
  onSelect: (option: Option | undefined) => void;
  /** Offers what was typed as a new record. */
  onCreate?: ((typed: string) => void) | undefined;
};

const CREATE = '';

/** A text field that proposes. What is typed and not chosen is taken back on leaving. */
export function Combobox({
  control,
  selected,
  options,
  loading = false,
  placeholder,
  onQuery,
  onSelect,
  onCreate,
}: ComboboxProps) {
  const t = useCommonT();
  const [typed, setTyped] = useState('');
  const query = typed.trim();
  const create = onCreate !== undefined && query !== '' && query !== selected?.label;
  const items = create ? [...options, { value: CREATE, label: t('combobox.create', { name: query }) }] : options;
  const { isOpen, getInputProps, getMenuProps, getItemProps, highlightedIndex } = useCombobox<Option>({
    items: [...items],
    itemToString: item => item?.label ?? '',
    itemToKey: item => item?.value,
    selectedItem: selected ?? null,
    inputId: control.id,
    onInputValueChange({ inputValue, type }) {
      setTyped(inputValue);
      if (type === useCombobox.stateChangeTypes.InputChange) {
        onQuery(inputValue);
        if (inputValue === '') {
          onSelect(undefined);
        }
      }
    },
    onSelectedItemChange({ selectedItem }) {
      if (selectedItem?.value === CREATE) {
        onCreate?.(query);
      } else {
        onSelect(selectedItem ?? undefined);
      }
    },
    stateReducer: (state, { type, changes }) =>
      type === useCombobox.stateChangeTypes.InputBlur
        ? { ...changes, inputValue: state.selectedItem?.label ?? '' }
        : changes,
  });
  return (
    <div className={styles.combobox}>
      <input
        {...getInputProps({ 'aria-labelledby': undefined })}
        {...control}
        placeholder={placeholder ?? t('combobox.placeholder')}
        autoComplete="off"
      />
      <ul
        {...getMenuProps({ 'aria-label': t('combobox.options'), 'aria-labelledby': undefined })}
        className={styles.list}
      >
        {isOpen &&
          items.map((item, index) => (
            <li
              key={item.value}
              {...getItemProps({ item, index })}
              className={styles.option}
              data-active={highlightedIndex === index}
            >
              {item.label} {item.note && <span className={styles.note}>{item.note}</span>}
            </li>
          ))}
      </ul>
      {isOpen && items.length === 0 && (
        <p className={`${styles.list} ${styles.note}`} role="status">
          {loading ? t('state.loading') : t('combobox.nothing')}
        </p>
      )}
    </div>
  );
}
