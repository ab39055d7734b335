using CrmVoip.Domain;

namespace CrmVoip.Data;

public static class MembrosConsultas
{
    public static IQueryable<Membro> Administradores(this IQueryable<Membro> membros) =>
        membros.Where(m => m.Papel == Papel.Administrador && m.Ativo);
}
