import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

export function dragSource(element: HTMLElement, id: string): () => void {
  return draggable({ element, getInitialData: () => ({ id }) });
}

export function dropTarget(
  element: HTMLElement,
  onOver: (over: boolean) => void,
  onDrop: (id: string) => void,
): () => void {
  return dropTargetForElements({
    element,
    onDragEnter: () => onOver(true),
    onDragLeave: () => onOver(false),
    onDrop: ({ source }) => {
      onOver(false);
      onDrop(String(source.data.id));
    },
  });
}
