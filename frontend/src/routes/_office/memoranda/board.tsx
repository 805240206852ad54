import { createFileRoute } from '@tanstack/react-router';
import { InstrumentBoard } from '~/entities/instrument/board-page';

export const Route = createFileRoute('/_office/memoranda/board')({ component: Page });

function Page() {
  return <InstrumentBoard name="memoranda" />;
}
