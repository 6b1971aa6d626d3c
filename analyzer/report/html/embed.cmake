# Writes OUT: the page of the folder FROM, split where the report's data goes, as
# `const char html_head[]` and `const char html_tail[]`.  Style and script stand in the page; its
# content security policy names their hashes, so that a browser runs these and nothing else.

# base64_of_sha256(variable text): what a policy calls 'sha256-...'.
function(base64_of_sha256 variable text)
  string(SHA256 hex "${text}")
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  set(result "")
  string(APPEND hex "00") # 32 bytes are 42 groups of 6 bits and 4 bits
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${hex}" ${at} 6 bytes)
    foreach(shift 18 12 6 0)
      math(EXPR index "(0x${bytes} >> ${shift}) & 63")
      string(SUBSTRING "${alphabet}" ${index} 1 letter)
      string(APPEND result "${letter}")
    endforeach()
  endforeach()
  string(SUBSTRING "${result}" 0 43 result)
  set(${variable} "${result}=" PARENT_SCOPE)
endfunction()

# array_of(variable text): the bytes as a C initialiser.
function(array_of variable text)
  string(HEX "${text}" hex)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(REGEX REPLACE "(('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',))" "\\1\n" bytes "${bytes}")
  set(${variable} "${bytes}0" PARENT_SCOPE)
endfunction()

file(READ "${FROM}/page.html" page)
file(READ "${FROM}/style.css" style)
set(script "")
foreach(part model dom finding modules page)
  file(READ "${FROM}/${part}.js" text)
  string(APPEND script "${text}")
endforeach()
base64_of_sha256(style_hash "${style}")
base64_of_sha256(script_hash "${script}")
set(policy "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'sha256-${style_hash}'; script-src 'sha256-${script_hash}'")
string(REPLACE "@CSP@" "${policy}" page "${page}")
string(REPLACE "@STYLE@" "${style}" page "${page}")
string(REPLACE "@SCRIPT@" "${script}" page "${page}")
string(FIND "${page}" "@DATA@" at)
math(EXPR behind "${at} + 6")
string(SUBSTRING "${page}" 0 ${at} head)
string(SUBSTRING "${page}" ${behind} -1 tail)
array_of(head "${head}")
array_of(tail "${tail}")
file(WRITE "${OUT}" "/* Generated from analyzer/report/html/. */\n#include \"report/html_writer.h\"\n\n"
  "const char html_head[] = {\n${head}};\n\nconst char html_tail[] = {\n${tail}};\n")
