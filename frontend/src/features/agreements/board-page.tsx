import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { path, type Stage, stageSigns } from '~/entities/instrument/stages';
import { MoveDialog, MoveMenu } from '~/entities/record/transition';
import { RecordText } from '~/entities/record-text';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { Mark } from '~/ui/mark';
import { PageHead } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { Skeleton } from '~/ui/states';
import { useToast } from '~/ui/toast';
import { agreements } from './api';
import styles from './board.module.css';
import type { Agreement } from './columns';
import { useT } from './t';
import { NewButton, Views } from './views';

const columns = path.filter(it => it !== 'signed');
const targets: readonly Stage[] = path;

type Drop = { agreement: Agreement; to: Stage };

/** The agreements that are not signed yet, by work stage. */
export function BoardPage() {
  const t = useT();
  const text = useText();
  const toast = useToast();
  const [drop, setDrop] = useState<Drop>();
  const { data, error, refetch } = useQuery(
    agreements.list({ stage: [...columns], expand: ['parties.partner'], sort: ['-updated_at'], limit: 200 }),
  );
  const onDrop = (id: string, to: Stage) => {
    const agreement = data?.items.find(it => it.id === id);
    const way = agreement?.allowed_transitions.find(it => it.to === to);
    if (agreement === undefined || agreement.stage === to) {
      return;
    }
    if (way?.allowed) {
      setDrop({ agreement, to });
    } else {
      toast(way?.reason === 'start_needed' ? t('reason.start_needed') : t('board.barred'));
    }
  };
  return (
    <>
      <PageHead title={t('board.title')}>
        <NewButton />
      </PageHead>
      <Views />
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton />}
      {data && (
        <div className={styles.board}>
          {targets.map(stage => (
            <Column key={stage} stage={stage} items={data.items.filter(it => it.stage === stage)} onDrop={onDrop} />
          ))}
        </div>
      )}
      <p className={styles.hint}>{t('board.hint')}</p>
      {drop && (
        <MoveDialog
          resource={agreements}
          record={drop.agreement}
          name={text(drop.agreement.title)}
          to={drop.to}
          dated={['signed']}
          onClose={() => setDrop(undefined)}
        />
      )}
    </>
  );
}

function Column({
  stage,
  items,
  onDrop,
}: {
  stage: Stage;
  items: readonly Agreement[];
  onDrop: (id: string, to: Stage) => void;
}) {
  const t = useT();
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
        <BoardCard key={it.id} agreement={it} />
      ))}
    </section>
  );
}

function BoardCard({ agreement }: { agreement: Agreement }) {
  const text = useText();
  const may = useMay()('officer');
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = ref.current;
    let stop: (() => void) | undefined;
    let gone = false;
    void import('./drag').then(({ dragSource }) => {
      if (element !== null && may && !gone) {
        stop = dragSource(element, agreement.id);
      }
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [agreement.id, may]);
  return (
    <article ref={ref} className={styles.card}>
      <Link to="/agreements/$id" params={{ id: agreement.id }}>
        <RecordText of={agreement.title} />
      </Link>
      <p className={styles.hint}>{agreement.parties.map(it => text(it.partner?.names)).join(', ')}</p>
      {may && <MoveMenu resource={agreements} record={agreement} name={text(agreement.title)} dated={['signed']} />}
    </article>
  );
}
