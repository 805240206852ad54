import { createFileRoute } from '@tanstack/react-router';
import { InstrumentBoard } from '~/entities/instrument/board-page';

export const Route = createFileRoute('/_office/agreements/board')({ component: Page });

function Page() {
  return <InstrumentBoard name="agreements" />;
}
