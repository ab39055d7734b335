using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Correio;

/// <summary>Tells a member by mail what was changed about the membership. Only at an address that was proven: nobody writes to strangers from here.</summary>
public sealed class AvisarMembro(
    CrmDbContext db, ContasDbContext contas, OrganizacaoAtual atual, Agenda agenda, ICorreio correio) : ITrabalho
{
    public static string Tipo => "avisar-membro";

    public static bool Lento => true;

    public static int TentativasMaximo => ICorreio.TentativasMaximo;

    /// <summary>In the transaction of the change: brings the mail of its kind with it, if that has one.</summary>
    public Task AgendarAsync(AuditLog registro, CancellationToken ct) =>
        correio.Configurado && registro.Acao == Acoes.MembroPapel ? agenda.AgendarAsync<AvisarMembro>(registro.Id, ct) : Task.CompletedTask;

    /// <summary>The line is the record of the change.</summary>
    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var lido = await db.EmTransacaoAsync(() => LerAsync(linhaId, ct), ct);
        if (lido is { } aviso && await contas.ProvouEnderecoAsync(aviso.UsuarioId, ct))
        {
            await correio.EnviarAsync(new Mensagem(aviso.Email, $"Seu papel em {atual.Exigido.Nome.EmUmaLinha()} mudou · CrmVoip", Texto(aviso)), ct);
        }

        return Desfecho.Feito;
    }

    private Task<Aviso?> LerAsync(Guid registroId, CancellationToken ct) =>
        (from registro in db.AuditLog
         join membro in db.Membros on registro.EntidadeId equals membro.UsuarioId
         where registro.Id == registroId && membro.Ativo
         select new Aviso(
             membro.UsuarioId,
             membro.Nome,
             membro.Email,
             registro.OcorridoEm,
             registro.Dados,
             db.Membros.Where(m => m.UsuarioId == registro.UsuarioId).Select(m => m.Nome).SingleOrDefault()))
        .SingleOrDefaultAsync(ct);

    private string Texto(Aviso aviso)
    {
        var mudanca = (MembroPapel)Atividades.Ler(Acoes.MembroPapel, aviso.Dados)!;
        return $"""
            Olá, {aviso.Nome.EmUmaLinha()}.

            Seu papel em {atual.Exigido.Nome.EmUmaLinha()} mudou de {Papel(mudanca.De)} para {Papel(mudanca.Para)}.

            Quando: {Formato.DataHora(aviso.Em, atual.Exigido.FusoHorario)}
            Quem mudou: {aviso.Por?.EmUmaLinha() ?? "alguém que não está mais na organização"}

            Se você não esperava essa mudança, fale com um administrador da organização.
            """;
    }

    private static string Papel(Papel? papel) => papel is { } p ? Formato.Papel(p).ToLowerInvariant() : "outro";

    private sealed record Aviso(Guid UsuarioId, string Nome, string Email, DateTimeOffset Em, string Dados, string? Por);
}
