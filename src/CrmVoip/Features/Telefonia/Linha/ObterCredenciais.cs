using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Telefonia.Ramais;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Linha;

/// <summary>Credentials of the own ramal of the signed-in person. Row-level security lets nobody else's password be read.</summary>
public sealed class ObterCredenciais(CrmDbContext db, OrganizacaoAtual atual, ICofre cofre, SenhaDoRamal senhas, Auditoria auditoria, TimeProvider relogio)
{
    public async Task<Resultado<CredenciaisSip>> ExecutarAsync(string? realm, CancellationToken ct)
    {
        if (!RealmDoDesafio.Aceita(realm))
        {
            return RealmDoDesafio.Invalido;
        }

        var prontidao = await db.ProntidaoAsync(atual, ct);
        if (prontidao.DaLinha is { } recusa)
        {
            return recusa;
        }

        var (integracao, ramal) = (prontidao.Conexao!, prontidao.Ramal!);
        if (await senhas.AbrirAsync(ramal, ct) is not { } senha)
        {
            return RecusasDaLinha.SemRamal;
        }

        auditoria.Registrar(new TelefoneCredenciais { Ramal = ramal.Extension, Realm = realm }, ramal.Id);
        await db.SaveChangesAsync(ct);
        await db.UsarAsync(ramal, relogio.GetUtcNow(), ct);
        var nome = ramal.NomeExibicao.Length > 0 ? ramal.NomeExibicao : atual.Exigido.NomeDoUsuario ?? ramal.Extension;
        var ice = ServidoresIce(integracao);
        return CredenciaisSip.De(ramal.Extension, senha, ramal.SipServer, nome, integracao.WssUrl!, integracao.ModoDeDiscagem, ice, realm);
    }

    public IReadOnlyList<ServidorIce> ServidoresIce(Integracao integracao)
    {
        var senha = integracao.TurnSenha is { } cifrada
            ? cofre.Decifrar(new LugarDoSegredo(integracao.OrganizacaoId, Integracao.ColunaDoTurn, integracao.Id), cifrada)
            : null;
        return [.. integracao.IceServers.Select(servidor => Integracao.UsaTurn(servidor)
            ? new ServidorIce(servidor, integracao.TurnUsuario, senha)
            : new ServidorIce(servidor, null, null))];
    }
}
