/** Hands text, or a file that was fetched, to the person as a file. */
export function download(name: string, content: string | Blob, type = 'application/json'): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
