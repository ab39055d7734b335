using CrmVoip.Domain.Atividades;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Ramais;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Linha;

/// <summary>Credentials of the own ramal of the signed-in person. Row-level security lets nobody else's password be read.</summary>
public sealed class ObterCredenciais(CrmDbContext db, OrganizacaoAtual atual, ICofre cofre, SenhaDoRamal senhas, Auditoria auditoria)
{
    public async Task<(CredenciaisSip? Credenciais, Recusa? Recusa)> ExecutarAsync(string? realm, CancellationToken ct)
    {
        if (!RealmDoDesafio.Aceita(realm))
        {
            return (null, RealmDoDesafio.Invalido);
        }

        var (linha, recusa) = await ProcurarAsync(ct);
        if (linha is not var (integracao, wssUrl, ramal))
        {
            return (null, recusa);
        }

        if (await senhas.AbrirAsync(ramal, ct) is not { } senha)
        {
            return (null, Recusa.SemRamal);
        }

        auditoria.Registrar(new TelefoneCredenciais { Ramal = ramal.Extension, Realm = realm }, ramal.Id);
        await db.SaveChangesAsync(ct);
        var nome = ramal.NomeExibicao.Length > 0 ? ramal.NomeExibicao : atual.Exigido.NomeDoUsuario ?? ramal.Extension;
        var ice = ServidoresIce(integracao);
        return (CredenciaisSip.De(ramal.Extension, senha, ramal.SipServer, nome, wssUrl, integracao.ModoDeDiscagem, ice, realm), null);
    }

    /// <summary>What keeps the person from a line, and what from calling by it though it receives; null when nothing is known to. Opens no secret.</summary>
    public async Task<(Recusa? DaLinha, Recusa? DeLigar)> ImpedimentosAsync(CancellationToken ct) =>
        await ProcurarAsync(ct) switch
        {
            ({ } linha, _) => (null, Recusa.AoDiscar(linha.Ramal, linha.Integracao)),
            (_, var recusa) => (recusa, recusa),
        };

    public IReadOnlyList<ServidorIce> ServidoresIce(Integracao integracao)
    {
        var senha = integracao.TurnSenha is { } cifrada
            ? cofre.Decifrar(new LugarDoSegredo(integracao.OrganizacaoId, Integracao.ColunaDoTurn, integracao.Id), cifrada)
            : null;
        return [.. integracao.IceServers.Select(servidor => Integracao.UsaTurn(servidor)
            ? new ServidorIce(servidor, integracao.TurnUsuario, senha)
            : new ServidorIce(servidor, null, null))];
    }

    private async Task<(Linha? Linha, Recusa? Recusa)> ProcurarAsync(CancellationToken ct)
    {
        var integracao = await db.ConexaoAsync(ct);
        if (integracao?.WssUrl is not { } wssUrl)
        {
            return (null, Recusa.NaoConectado(atual.Exigido.Papel));
        }

        var ramal = await db.RamalDeAsync(atual.UsuarioIdExigido, ct);
        return ramal switch
        {
            null => (null, Recusa.SemRamal),
            { DesativadoEm: not null } => (null, Recusa.RamalDesativado),
            { Status: not StatusDoRamal.Ativo } => (null, Recusa.RamalInativo),
            _ => (new Linha(integracao, wssUrl, ramal), null),
        };
    }

    private sealed record Linha(Integracao Integracao, string WssUrl, RamalVoip Ramal);
}
