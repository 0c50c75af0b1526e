import sys
from pathlib import Path
from desktop import operations
from desktop.detect import read_page
for p in sys.argv[1:]:
    print("=====",p)
    try:
        for prep in operations.prepare(Path(p), read_page):
            a=prep.document.article
            print("T:",a.title,"| S:",a.source,"| B:",a.byline,"| P:",a.published,"| L:",a.place,"| U:",a.url,"| tags",a.tags, a.fields)
            for l in a.lines: print(f"  {l.role:9}{'' if l.detected is None else '<'+l.detected+'> '}", a.text[l.start:l.end][:130])
    except Exception as e:
        print("ERR",type(e).__name__,e)
        if not hasattr(e,'kind'): raise
        if e.__cause__: import traceback; traceback.print_exception(e.__cause__)
