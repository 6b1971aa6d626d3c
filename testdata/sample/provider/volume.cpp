// volume.cpp - names of volumes.
#include "provider.h"

std::wstring NormalizedVolume(const std::wstring &path)
{
    std::wstring name = path;
    for (wchar_t &letter : name) {
        if (letter == L'/') {
            letter = L'\\';
        }
    }
    if (!name.empty() && name.back() != L'\\') {
        name += L'\\';
    }
    return name;
}
