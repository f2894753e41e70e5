"""The pages for people, in three languages, whole without a script and without a login.

It never decides anything, never puts a number or an answer about health into an address, a title or a cache, and works
on the cheapest phone. It uses the rooms below and what lies beside the channels; its door is ``urls``.

To add a page:

* a view in a module of its own, ``def clinics(request, language, **parts) -> HttpResponse``, and a line in
  ``urls.PAGES``; its address is then the same behind ``/ru/``, ``/kk/`` and ``/en/``, and the language switch finds it;
* ``rendering.public_page`` sends what is the same for everybody and may be kept for a minute, ``rendering.page`` what
  is not; both put the frame of the site around it and the headers that guard it (nothing inline, nothing from
  elsewhere);
* its sentences are ``Text`` in ``wording/<name>.py``, given as ``words``; templates hold none (a house test looks) and
  say them with ``{% say "key" count=n %}``; more tags in ``tags``, plurals in ``counting``;
* its template extends ``page.html`` and fills ``title`` and ``main`` (``{% block wide %} class="wide"{% endblock %}``
  where text is not all there is); a line in ``places.PLACES`` puts it into the footer, ``in_header`` into the header;
  a tile in ``wording.home.TILES`` onto the first page;
* parts: ``parts/law.html`` (citations, through ``cited``), ``parts/readings.html`` (open questions),
  ``class="verdict yes|no|depends|undetermined"`` with a ``badge``, ``notice``, ``grid`` of ``tile``, ``choice`` for
  radio and check boxes, ``button`` and ``button quiet``, ``table class="stack"`` with ``data-label`` on its cells,
  which becomes cards on a narrow screen;
* a form that was filled in wrongly answers 422 with ``.summary`` first, and its title begins with the word for "Error";
* what must be remembered between two questions is encrypted by ``channels.sealing`` and stays out of addresses.
"""
