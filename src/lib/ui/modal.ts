/** Opens a native dialog while the element is on the page, and gives focus back where it was. */
export function modal(dialog: HTMLDialogElement): () => void {
	const before = document.activeElement;
	dialog.showModal();
	return () => {
		dialog.close();
		if (before instanceof HTMLElement && before.isConnected) before.focus();
	};
}

/** Whether a press on a dialog was outside it: on the backdrop, which is the dialog element itself. */
export function onBackdrop(event: MouseEvent): boolean {
	if (event.target !== event.currentTarget) return false;
	const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
	return (
		event.clientX < box.left ||
		event.clientX > box.right ||
		event.clientY < box.top ||
		event.clientY > box.bottom
	);
}
