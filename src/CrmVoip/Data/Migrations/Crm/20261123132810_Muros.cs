using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Row-level security and the grants of crm_app, table by table.</summary>
    public partial class Muros : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.IsolarMembros();
            foreach (var tabela in new[]
            {
                "integracoes", "contatos", "funis", "etapas", "oportunidades", "resultados_de_ligacao",
                "ligacoes", "ligacao_eventos", "eventos_do_provedor", "audit_log",
            })
            {
                migrationBuilder.IsolarPorOrganizacao(tabela);
            }

            migrationBuilder.IsolarPorPessoa("ramais_voip");
            migrationBuilder.IsolarSegredos("ramais_voip_segredos");

            migrationBuilder.Conceder("crm_app", "select, insert", "organizacoes", "audit_log", "ligacao_eventos", "ramais_voip_segredos");
            migrationBuilder.Conceder("crm_app", "select, insert, update", "membros", "ramais_voip", "ligacoes", "eventos_do_provedor", "integracoes");
            migrationBuilder.Conceder("crm_app", "select, insert, update, delete", "contatos", "funis", "etapas", "oportunidades", "resultados_de_ligacao");
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("The walls are not taken down.");
    }
}
