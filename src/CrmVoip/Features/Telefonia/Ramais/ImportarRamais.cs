using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

public enum Destino
{
    Importado,
    JaTinha,
    SemMembro,
    Impedido,
}

/// <summary>One ramal of the provider's list and what became of it. Pessoa: the member, or the e-mail nobody here has.</summary>
public sealed record RamalTratado(Destino Destino, string Extension, string Pessoa, string? Motivo = null);

/// <summary>
/// Gives each ramal of the provider's list to the active member with its e-mail, unless that person has one already. Doing
/// it again changes nothing.
/// </summary>
public sealed class ImportarRamais(
    CrmDbContext db, OrganizacaoAtual atual, RamaisDaApi4Com naApi4Com, SelarSenha selar, Auditoria auditoria, TimeProvider relogio)
{
    private const int Tentativas = 3;
    private static readonly Recusa _mudando = new(409, "ramais_mudando", "Outra pessoa está mudando os ramais agora. Tente de novo.");
    private static readonly ConflitoDeRamal _conflito = new(_mudando, _mudando);

    /// <exception cref="Api4ComException">The provider refused, or did not answer.</exception>
    public async Task<Resultado<List<RamalTratado>>> ExecutarAsync(CancellationToken ct)
    {
        if (await naApi4Com.ListarComSenhaAsync(ct) is not { } ramais)
        {
            return new Recusa(409, "nao_conectado", "A organização ainda não conectou a API4COM.");
        }

        // Somebody may be giving a ramal at this very moment: what the index refuses is looked at again.
        for (var tentativa = 0; tentativa < Tentativas; tentativa++)
        {
            var tratados = await _conflito.TentarAsync(db, () => DistribuirAsync(ramais, ct), ct);
            if (tratados.Recusa is null)
            {
                return tratados;
            }
        }

        return _mudando;
    }

    private async Task<Resultado<List<RamalTratado>>> DistribuirAsync(IReadOnlyList<Api4ComExtensionSecret> ramais, CancellationToken ct)
    {
        var membros = await db.Membros.ToDictionaryAsync(m => m.UsuarioId, ct);
        var vigentes = await db.RamaisVoip.ToListAsync(ct);
        var lugar = await db.LugarDosRamaisAsync(ct);
        List<RamalTratado> tratados = [];
        foreach (var ramal in ramais.OrderBy(r => r.Extension.Number, StringComparer.Ordinal))
        {
            var membro = membros.Values.FirstOrDefault(m => m.Ativo && string.Equals(m.Email, ramal.Extension.Email, StringComparison.OrdinalIgnoreCase));
            var tratado = Tratar(ramal, membro, lugar, vigentes, membros);
            tratados.Add(tratado);
            if (tratado.Destino == Destino.Importado)
            {
                var dado = Dar(membro!, ramal, lugar);
                await db.ManterTitularAsync(dado, relogio.GetUtcNow(), ct);
                vigentes.Add(dado);
            }
        }

        await db.SaveChangesAsync(ct);
        return tratados;
    }

    private static RamalTratado Tratar(
        Api4ComExtensionSecret ramal, Membro? membro, string lugar, List<RamalVoip> vigentes, Dictionary<Guid, Membro> membros)
    {
        var numero = ramal.Extension.Number;
        if (membro is null)
        {
            return new(Destino.SemMembro, numero, ramal.Extension.Email ?? "sem e-mail");
        }

        if (vigentes.Exists(v => v.UsuarioId == membro.UsuarioId))
        {
            return new(Destino.JaTinha, numero, membro.Nome);
        }

        if (vigentes.Find(v => v.Impede(RamalVoip.EnderecoDe(numero, lugar))) is { } deOutra)
        {
            return new(Destino.Impedido, numero, membro.Nome, $"é de {membros[deOutra.UsuarioId].Nome}");
        }

        return CabeAqui(ramal)
            ? new(Destino.Importado, numero, membro.Nome)
            : new(Destino.Impedido, numero, membro.Nome, "veio sem senha da API4COM");
    }

    private RamalVoip Dar(Membro membro, Api4ComExtensionSecret origem, string lugar)
    {
        var ramal = new RamalVoip(atual.IdExigido, membro.UsuarioId, origem.Extension.Number, Servidor(origem));
        var nome = (origem.Extension.DisplayName ?? "").Cortado(RamalVoip.NomeMaximo);
        ramal.Editar(ramal.Extension, ramal.SipServer, nome, StatusDoRamal.Ativo, relogio.GetUtcNow());
        ramal.Alojar(lugar);
        ramal.Dar(atual.UsuarioIdExigido, relogio.GetUtcNow());
        db.Add(ramal);
        selar.Executar(ramal, origem.Password!);
        auditoria.Registrar(new RamalImportado { SenhaTrocada = true }.Do(ramal), ramal.Id);
        return ramal;
    }

    private static string Servidor(Api4ComExtensionSecret ramal) => ramal.Extension.Domain.ToLowerInvariant();

    private static bool CabeAqui(Api4ComExtensionSecret ramal) =>
        ramal.Extension.Number is { Length: <= RamalVoip.ExtensionMaximo } numero && numero.All(char.IsAsciiLetterOrDigit)
        && ramal.Password is { Length: <= RamalVoip.SenhaMaximo };
}
