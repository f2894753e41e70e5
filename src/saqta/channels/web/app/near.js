// Clinics near this device: where it is is asked for when somebody presses the button, and sent in the body of the form.
(() => {
  const button = document.querySelector("[data-near]"), form = button?.form, failed = document.querySelector("[data-near-failed]");
  if (!button || !navigator.geolocation) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    failed.hidden = true;
    button.disabled = true;
    const degrees = (value) => value.toFixed(3).padStart(6, "0");  // a hundred metres are near enough
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      form.elements.here.value = `${degrees(coords.latitude)},${degrees(coords.longitude)}`;
      form.method = "post";
      form.submit();
    }, () => { failed.hidden = false; button.disabled = false; }, { maximumAge: 600000, timeout: 20000 });
  });
})();
