// Escape is pressed inside the frame, but it is the page around that holds the dialog. Nothing else is ever told to it.
addEventListener("keydown", (event) => { if (event.key === "Escape") parent.postMessage("saqta:close", "*"); });
