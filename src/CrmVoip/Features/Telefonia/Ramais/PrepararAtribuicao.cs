using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>
/// The form and what there is to choose from. Livres: the provider's ramais nobody has here, none when it does not answer.
/// Preenchida: what stands in the fields came from us, not from the person. Atual: the ramal that would be replaced.
/// </summary>
public sealed record TelaDeAtribuicao(
    AtribuicaoForm Form, IReadOnlyList<SelectListItem> Pessoas, IReadOnlyList<Api4ComExtension> Livres, bool Preenchida, RamalVoip? Atual);

/// <summary>Completes the form, as far as the member's present ramal and the provider's list go.</summary>
public sealed class PrepararAtribuicao(CrmDbContext db, RamaisDaApi4Com naApi4Com)
{
    public async Task<TelaDeAtribuicao> ExecutarAsync(AtribuicaoForm form, bool preencher, CancellationToken ct)
    {
        var ramais = await naApi4Com.TentarListarAsync(ct) ?? [];
        return await db.EmTransacaoAsync(() => MontarAsync(form, preencher, ramais, ct), ct);
    }

    private async Task<TelaDeAtribuicao> MontarAsync(
        AtribuicaoForm form, bool preencher, IReadOnlyList<Api4ComExtension> ramais, CancellationToken ct)
    {
        var membros = (await db.Membros.AsNoTracking().Where(m => m.Ativo).ToListAsync(ct)).OrderBy(m => m.Nome, Nomes.Ordem).ToList();
        var vigentes = await db.RamaisVoip.AsNoTracking().ToListAsync(ct);
        var lugar = await db.LugarDosRamaisAsync(ct);
        var livres = ramais
            .Where(r => !vigentes.Exists(v => v.Impede(RamalVoip.EnderecoDe(r.Number, lugar))))
            .OrderBy(r => r.Number, StringComparer.Ordinal)
            .ToList();
        var atual = vigentes.Find(v => v.UsuarioId == form.MembroId);
        if (preencher)
        {
            await PreencherAsync(form, membros.Find(m => m.UsuarioId == form.MembroId), atual, livres, ct);
        }

        return new(form, [.. membros.Select(m => Escolha(m, vigentes)).Prepend(new("Escolha…", ""))], livres, preencher, atual);
    }

    private async Task PreencherAsync(AtribuicaoForm form, Membro? membro, RamalVoip? atual, List<Api4ComExtension> livres, CancellationToken ct)
    {
        if (form.Extension is null && atual is not null)
        {
            (form.Extension, form.SipServer, form.NomeExibicao) = (atual.Extension, atual.SipServer, atual.NomeExibicao);
            return;
        }

        if (livres.Find(r => EhDesejado(r, form, membro)) is { } livre)
        {
            (form.Extension, form.SipServer, form.NomeExibicao) = (livre.Number, livre.Domain, membro?.Nome);
            return;
        }

        form.NomeExibicao = membro?.Nome;
        form.SipServer = await db.ConexaoAtual().Select(i => i.SipDomain).SingleOrDefaultAsync(ct);
    }

    private static bool EhDesejado(Api4ComExtension ramal, AtribuicaoForm form, Membro? membro) =>
        form.Extension is { } numero
            ? ramal.Number == numero
            : membro is not null && string.Equals(ramal.Email, membro.Email, StringComparison.OrdinalIgnoreCase);

    private static SelectListItem Escolha(Membro membro, List<RamalVoip> vigentes) =>
        new(
            vigentes.Find(v => v.UsuarioId == membro.UsuarioId) is { } ramal ? $"{membro.Nome} (tem o {ramal.Extension})" : membro.Nome,
            membro.UsuarioId.ToString());
}
