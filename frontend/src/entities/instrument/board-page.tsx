import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { resource } from '~/api/resource';
import { useFeatureT, useText } from '~/i18n/i18n';
import { Mark } from '~/ui/mark';
import { PageHead } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { Skeleton } from '~/ui/states';
import { useToast } from '~/ui/toast';
import { MoveDialog, MoveMenu } from '../record/transition';
import { RecordText } from '../record-text';
import { useMay } from '../session';
import styles from './board.module.css';
import type { Instrument, InstrumentName } from './instrument';
import { path, type Stage, stageSigns } from './stages';
import { NewButton, Views } from './views';

const columns = path.filter(it => it !== 'signed');
const targets: readonly Stage[] = path;

type Drop = { instrument: Instrument; to: Stage };

/** What is not signed yet, by work stage. */
export function InstrumentBoard({ name }: { name: InstrumentName }) {
  const t = useFeatureT(name);
  const text = useText();
  const toast = useToast();
  const [drop, setDrop] = useState<Drop>();
  const { data, error, refetch } = useQuery(
    resource(name).list({ stage: [...columns], expand: ['parties.partner'], sort: ['-updated_at'], limit: 200 }),
  );
  const onDrop = (id: string, to: Stage) => {
    const instrument = data?.items.find(it => it.id === id);
    const way = instrument?.allowed_transitions.find(it => it.to === to);
    if (instrument === undefined || instrument.stage === to) {
      return;
    }
    if (way?.allowed) {
      setDrop({ instrument, to });
    } else {
      toast(way?.reason === 'start_needed' ? t('reason.start_needed') : t('board.barred'));
    }
  };
  return (
    <>
      <PageHead title={t('board.title')}>
        <NewButton name={name} />
      </PageHead>
      <Views name={name} />
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton />}
      {data && (
        <div className={styles.board}>
          {targets.map(stage => (
            <Column
              key={stage}
              name={name}
              stage={stage}
              items={data.items.filter(it => it.stage === stage)}
              onDrop={onDrop}
            />
          ))}
        </div>
      )}
      <p className={styles.hint}>{t('board.hint')}</p>
      {drop && (
        <MoveDialog
          resource={resource(name)}
          record={drop.instrument}
          name={text(drop.instrument.title)}
          to={drop.to}
          dated={['signed']}
          onClose={() => setDrop(undefined)}
        />
      )}
    </>
  );
}

type ColumnProps = {
  name: InstrumentName;
  stage: Stage;
  items: readonly Instrument[];
  onDrop: (id: string, to: Stage) => void;
};

function Column({ name, stage, items, onDrop }: ColumnProps) {
  const t = useFeatureT(name);
  const ref = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = ref.current;
    let stop: (() => void) | undefined;
    let gone = false;
    void import('./drag').then(({ dropTarget }) => {
      if (element !== null && !gone) {
        stop = dropTarget(element, setOver, id => onDrop(id, stage));
      }
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [stage, onDrop]);
  return (
    <section ref={ref} className={styles.column} data-over={over}>
      <h2>
        <Mark {...stageSigns[stage]}>
          {t(`stage.${stage}`)} {items.length > 0 && items.length}
        </Mark>
      </h2>
      {items.length === 0 && stage !== 'signed' && <p className={styles.hint}>{t('board.empty')}</p>}
      {items.map(it => (
        <BoardCard key={it.id} name={name} instrument={it} />
      ))}
    </section>
  );
}

function BoardCard({ name, instrument }: { name: InstrumentName; instrument: Instrument }) {
  const text = useText();
  const may = useMay()('officer');
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = ref.current;
    let stop: (() => void) | undefined;
    let gone = false;
    void import('./drag').then(({ dragSource }) => {
      if (element !== null && may && !gone) {
        stop = dragSource(element, instrument.id);
      }
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [instrument.id, may]);
  return (
    <article ref={ref} className={styles.card}>
      <Link to={`/${name}/$id`} params={{ id: instrument.id }}>
        <RecordText of={instrument.title} />
      </Link>
      <p className={styles.hint}>{instrument.parties.map(it => text(it.partner?.names)).join(', ')}</p>
      {may && (
        <MoveMenu resource={resource(name)} record={instrument} name={text(instrument.title)} dated={['signed']} />
      )}
    </article>
  );
}
