import { useMay } from '~/entities/session';
import { useCommonT } from '~/i18n/i18n';
import { setPreferences, usePreferences } from '~/lib/preferences';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { Dialog, DialogActions } from '~/ui/dialog';
import { sections } from './sections';
import styles from './shell.module.css';

export function HelpSheet({ onClose }: { onClose: () => void }) {
  const t = useCommonT();
  const may = useMay();
  const { shortcuts } = usePreferences();
  return (
    <Dialog title={t('shortcuts.help')} onClose={onClose}>
      <dl className={styles.keys}>
        <Line keys="Ctrl K" text={t('shortcuts.palette')} />
        <Line keys="/" text={t('shortcuts.search')} />
        <Line keys="N" text={t('shortcuts.new')} />
        {sections
          .filter(({ needs }) => may(needs))
          .map(({ name, letter }) => (
            <Line
              key={name}
              keys={`G ${letter.toUpperCase()}`}
              text={t('shortcuts.go', { section: t(`nav.${name}`) })}
            />
          ))}
      </dl>
      <Checkbox checked={shortcuts} onChange={event => setPreferences({ shortcuts: event.target.checked })}>
        {t('shortcuts.on')}
      </Checkbox>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          {t('action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Line({ keys, text }: { keys: string; text: string }) {
  return (
    <>
      <dt>
        {keys.split(' ').map(key => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </>
  );
}
